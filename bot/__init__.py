"""The front ends, the command line and the Telegram bot, and the wiring that joins them to the engine."""
