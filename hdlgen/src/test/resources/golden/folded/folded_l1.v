// Design folded

`default_nettype none

module folded_l1 (
    input  wire clk_i,
    input  wire rst_i,
    input  wire write_i,
    input  wire [5:0] word_i,
    input  wire freed_i,
    output wire freed_o,
    output wire write_o,
    output wire [3:0] word_o
);

  // Layer 1: 3 neurons, 1 at a time (n0, n1, ...); 3 inputs, 3 at a time; 3 cycles an inference.
  // In cycle c of these: neurons c / 1 on, inputs (c % 1) * 3 on. Weights: those of n0 lowest, each time
  // the first input's lowest. Words carry codes: of a value that counts thresholds, the count;
  // of a bipolar one, 0 for -1. Thresholds are moved to make up for it.
  // Layer 1 neuron 0 "idle": l0_n0 - l0_n1, range [-3, 3], 3 bits signed.
  // Layer 1 neuron 1 "city": l0_n1 + l0_n2, range [0, 4], 3 bits unsigned.
  // Layer 1 neuron 2 "motor_way": l0_n0 + l0_n1 + l0_n2 - 2, range [-2, 5], 4 bits signed.
  reg [1:0] l1_neurons_q;
  wire l1_neurons_last = l1_neurons_q == 2'd2;
  wire l1_neurons_first = l1_neurons_q == 2'd0;
  reg [1:0] l1_unread_q;
  reg [1:0] l1_places_q;
  wire l1_no_place = l1_places_q == 2'd0;
  wire l1_room = ~l1_no_place | freed_i;
  wire l1_safe = ~l1_neurons_last | l1_room;
  wire l1_all_read = l1_unread_q == 2'd0;
  wire l1_available = ~l1_all_read | ~l1_neurons_first;
  wire l1_issue = l1_available & l1_safe;
  wire [1:0] l1_neurons_more = l1_neurons_q + 2'd1;
  wire [1:0] l1_neurons_next = l1_neurons_last ? 2'd0 : l1_neurons_more;
  wire l1_seen = l1_issue & l1_neurons_first;
  wire [2:0] l1_unread_more = {1'd0, l1_unread_q} + {2'd0, write_i};
  wire [3:0] l1_unread_less = {1'd0, l1_unread_more} - {3'd0, l1_seen};
  wire l1_freed = l1_issue & l1_neurons_last;
  assign freed_o = l1_freed;
  reg [1:0] l1_write_at_q;
  wire l1_write_at_last = l1_write_at_q == 2'd2;
  wire [1:0] l1_write_at_more = l1_write_at_q + 2'd1;
  wire [1:0] l1_write_at_next = l1_write_at_last ? 2'd0 : l1_write_at_more;
  reg [1:0] l1_read_at_q;
  wire l1_read_at_last = l1_read_at_q == 2'd2;
  reg [1:0] l1_vector_at_q;
  wire [1:0] l1_read_at_more = l1_read_at_q + 2'd1;
  wire [1:0] l1_read_at_next = l1_read_at_last ? 2'd0 : l1_read_at_more;
  wire [1:0] l1_read_at_turn = ~l1_neurons_last ? l1_vector_at_q : l1_read_at_next;
  reg [5:0] l1_queue_mem [0:2];
  reg [5:0] l1_queue_q;
  always @(posedge clk_i) begin
    if (write_i)
      l1_queue_mem[l1_write_at_q] <= word_i;
    l1_queue_q <= l1_queue_mem[l1_read_at_q];
  end
  reg [1:0] l1_weights_address_q;
  wire l1_weights_address_last = l1_weights_address_q == 2'd2;
  wire [1:0] l1_weights_address_more = l1_weights_address_q + 2'd1;
  wire [1:0] l1_weights_address_next = l1_weights_address_last ? 2'd0 : l1_weights_address_more;
  reg [5:0] l1_weights_rom [0:3];
  initial begin
    l1_weights_rom[0] = 6'hd;
    l1_weights_rom[1] = 6'h14;
    l1_weights_rom[2] = 6'h15;
    l1_weights_rom[3] = 6'h15;
  end
  reg [5:0] l1_weights_q;
  always @(posedge clk_i)
    l1_weights_q <= l1_weights_rom[l1_weights_address_q];

  wire [4:0] l1_n0_products;
  folded_l1_dot l1_n0_dot (
    .clk_i(clk_i),
    .x0_i(l1_queue_q[1:0]),
    .w0_i(l1_weights_q[1:0]),
    .x1_i(l1_queue_q[3:2]),
    .w1_i(l1_weights_q[3:2]),
    .x2_i(l1_queue_q[5:4]),
    .w2_i(l1_weights_q[5:4]),
    .sum_o(l1_n0_products)
  );
  reg [4:0] l1_n0_products_q;
  wire [2:0] l1_places_more = {1'd0, l1_places_q} + {2'd0, freed_i};
  wire [3:0] l1_places_less = {1'd0, l1_places_more} - {3'd0, l1_freed};
  reg l1_sum_valid_in3_q;
  reg l1_sum_valid_in2_q;
  reg l1_sum_valid_in1_q;
  reg l1_sum_valid_q;
  reg l1_sum_due_in2_q;
  reg l1_sum_due_in1_q;
  reg l1_sum_due_q;
  reg [1:0] l1_parameters_address_q;
  wire l1_parameters_address_last = l1_parameters_address_q == 2'd2;
  wire [1:0] l1_parameters_address_more = l1_parameters_address_q + 2'd1;
  wire [1:0] l1_parameters_address_next = l1_parameters_address_last ? 2'd0 : l1_parameters_address_more;
  reg [2:0] l1_parameters_rom [0:3];
  initial begin
    l1_parameters_rom[0] = 3'h0;
    l1_parameters_rom[1] = 3'h0;
    l1_parameters_rom[2] = 3'h6;
    l1_parameters_rom[3] = 3'h6;
  end
  reg [2:0] l1_parameters_q;
  always @(posedge clk_i)
    l1_parameters_q <= l1_parameters_rom[l1_parameters_address_q];

  wire [3:0] l1_n0_value;
  folded_l1_neuron l1_n0_neuron (
    .sum_i(l1_n0_products_q),
    .constant_i(l1_parameters_q),
    .value_o(l1_n0_value)
  );
  assign write_o = l1_sum_valid_q;
  wire [3:0] l1_word = l1_n0_value;
  assign word_o = l1_word;

  always @(posedge clk_i)
    if (rst_i) begin
      l1_neurons_q <= 2'd0;
      l1_read_at_q <= 2'd0;
      l1_weights_address_q <= 2'd0;
    end else if (l1_issue) begin
      l1_neurons_q <= l1_neurons_next;
      l1_read_at_q <= l1_read_at_turn;
      l1_weights_address_q <= l1_weights_address_next;
    end

  always @(posedge clk_i)
    if (rst_i) begin
      l1_unread_q <= 2'd0;
      l1_places_q <= 2'd3;
      l1_sum_valid_in3_q <= 1'd0;
      l1_sum_valid_in2_q <= 1'd0;
      l1_sum_valid_in1_q <= 1'd0;
      l1_sum_valid_q <= 1'd0;
      l1_sum_due_in2_q <= 1'd0;
      l1_sum_due_in1_q <= 1'd0;
      l1_sum_due_q <= 1'd0;
    end else begin
      l1_unread_q <= l1_unread_less[1:0];
      l1_places_q <= l1_places_less[1:0];
      l1_sum_valid_in3_q <= l1_issue;
      l1_sum_valid_in2_q <= l1_sum_valid_in3_q;
      l1_sum_valid_in1_q <= l1_sum_valid_in2_q;
      l1_sum_valid_q <= l1_sum_valid_in1_q;
      l1_sum_due_in2_q <= l1_issue;
      l1_sum_due_in1_q <= l1_sum_due_in2_q;
      l1_sum_due_q <= l1_sum_due_in1_q;
    end

  always @(posedge clk_i)
    if (rst_i) begin
      l1_write_at_q <= 2'd0;
    end else if (write_i) begin
      l1_write_at_q <= l1_write_at_next;
    end

  always @(posedge clk_i)
    if (rst_i) begin
      l1_vector_at_q <= 2'd0;
    end else if (l1_freed) begin
      l1_vector_at_q <= l1_read_at_next;
    end

  always @(posedge clk_i)
    begin
      l1_n0_products_q <= l1_n0_products;
    end

  always @(posedge clk_i)
    if (rst_i) begin
      l1_parameters_address_q <= 2'd0;
    end else if (l1_sum_due_q) begin
      l1_parameters_address_q <= l1_parameters_address_next;
    end

  // Bits that nothing reads
  wire unused_ok = &{1'b0, l1_unread_less[3:2], l1_places_less[3:2]};

endmodule

`default_nettype wire
