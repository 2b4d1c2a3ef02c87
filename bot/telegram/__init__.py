"""The Telegram bot: people ask in a chat, and get answers with their excerpts there."""
