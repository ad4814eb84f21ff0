"""Operations: 3-10 line functions that ask the engine and return a job, one file a step."""
