"""The pages by time: what stands on them beside the articles themselves."""
