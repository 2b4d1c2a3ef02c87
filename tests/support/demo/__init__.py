"""The bot in a browser, without a token: ``make demo``, or ``python -m tests.support.demo``.

The strict Bot API server of the tests plays Telegram, the real bot runs as a child process, and a small page served
beside the Bot API plays the app that people chat with. Everything stays on loopback.
"""
