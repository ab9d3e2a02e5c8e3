"""办理流程: the moves that bring an item from draft to public, and later change or end it."""
