"""`python -m navette`: the program where its command is not on the path."""

from navette.cli.main import main

if __name__ == "__main__":
    main()
