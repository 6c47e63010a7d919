"""Questions with and without their topic in the library: how many of each are refused."""
