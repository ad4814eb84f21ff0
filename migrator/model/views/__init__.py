"""What the desks answer: frozen shapes that a window, a command or a test shows."""
