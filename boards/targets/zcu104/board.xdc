# ZCU104: the clock comes from the processor (pl_clk0); no pin of the logic is used.
