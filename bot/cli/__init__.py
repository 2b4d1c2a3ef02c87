"""The command line: one module a sub-command, and what they share.

A sub-command's module has ``add_arguments(parser)``, which declares its arguments, and ``run(arguments, settings)``,
which does the work and returns the exit status. Results go to stdout and remarks to stderr, through
:mod:`bot.cli.output`. Whatever is heavy is imported inside ``run``: a cold question has 1.5 s in all.
"""
