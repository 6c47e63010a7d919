"""`python -m matters_arising`, for where the `matters` command is not on the path."""

from matters_arising.cli import cli

if __name__ == "__main__":
    cli()
