"""一事一议筹资筹劳: what a village asks of its people for one public work, and what came of it."""
