"""The words of the sample's papers, one module a paper."""
