"""What a library costs as it grows: loading, opening, listing, asking, and one paper more."""
