"""The commands, a module each: parse, call one function of the library, print."""
