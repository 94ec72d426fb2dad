# PYNQ-Z2: the clock comes from the processor (FCLK_CLK0); no pin of the logic is used.
