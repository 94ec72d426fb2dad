// Design folded

`default_nettype none

module folded_l0 (
    input  wire clk_i,
    input  wire rst_i,
    input  wire write_i,
    input  wire [9:0] word_i,
    input  wire freed_i,
    output wire freed_o,
    output wire write_o,
    output wire [5:0] word_o
);

  // Layer 0: 3 neurons, 3 at a time (n0, n1, ...); 4 inputs, 2 at a time; 2 cycles an inference.
  // In cycle c of these: neurons (c / 2) * 3 on, inputs (c % 2) * 2 on. Weights: those of n0 lowest, each time
  // the first input's lowest. Words carry codes: of a value that counts thresholds, the count;
  // of a bipolar one, 0 for -1. Thresholds are moved to make up for it.
  // Layer 0 neuron 0: speed + rpm, range [0, 30], 5 bits unsigned. Value: 0, plus 1 for each of
  // these that it reaches: 4, 9, 14.
  // Layer 0 neuron 1: speed - rpm + gear + 2, range [-15, 18], 6 bits signed. Value: 0, plus 1 for
  // each of these that it reaches: -5, 0, 5.
  // Layer 0 neuron 2: -speed - gear - 1, range [-17, 1], 6 bits signed. Value: 0, plus 1 for each
  // of these that it reaches: -1, 2, 100.
  reg l0_group_q;
  wire l0_group_last = l0_group_q == 1'd1;
  wire l0_group_first = l0_group_q == 1'd0;
  reg [1:0] l0_unread_q;
  reg [1:0] l0_places_q;
  wire l0_no_place = l0_places_q == 2'd0;
  wire l0_room = ~l0_no_place | freed_i;
  wire l0_safe = ~l0_group_last | l0_room;
  wire l0_all_read = l0_unread_q == 2'd0;
  wire l0_issue = ~l0_all_read & l0_safe;
  wire l0_folded = l0_issue & l0_group_last;
  wire [1:0] l0_group_more = {1'd0, l0_group_q} + 2'd1;
  wire [1:0] l0_group_next = l0_group_last ? 2'd0 : l0_group_more;
  wire [1:0] l0_unread_more = l0_unread_q + {1'd0, write_i};
  wire [2:0] l0_unread_less = {1'd0, l0_unread_more} - {2'd0, l0_issue};
  assign freed_o = l0_issue;
  reg l0_write_at_q;
  wire l0_write_at_last = l0_write_at_q == 1'd1;
  wire [1:0] l0_write_at_more = {1'd0, l0_write_at_q} + 2'd1;
  wire [1:0] l0_write_at_next = l0_write_at_last ? 2'd0 : l0_write_at_more;
  reg l0_read_at_q;
  wire l0_read_at_last = l0_read_at_q == 1'd1;
  wire [1:0] l0_read_at_more = {1'd0, l0_read_at_q} + 2'd1;
  wire [1:0] l0_read_at_next = l0_read_at_last ? 2'd0 : l0_read_at_more;
  reg [9:0] l0_queue_mem [0:1];
  reg [9:0] l0_queue_q;
  always @(posedge clk_i) begin
    if (write_i)
      l0_queue_mem[l0_write_at_q] <= word_i;
    l0_queue_q <= l0_queue_mem[l0_read_at_q];
  end
  reg l0_weights_address_q;
  wire l0_weights_address_last = l0_weights_address_q == 1'd1;
  wire [1:0] l0_weights_address_more = {1'd0, l0_weights_address_q} + 2'd1;
  wire [1:0] l0_weights_address_next = l0_weights_address_last ? 2'd0 : l0_weights_address_more;
  reg [11:0] l0_weights_rom [0:1];
  initial begin
    l0_weights_rom[0] = 12'h3d5;
    l0_weights_rom[1] = 12'hc40;
  end
  reg [11:0] l0_weights_q;
  always @(posedge clk_i)
    l0_weights_q <= l0_weights_rom[l0_weights_address_q];
  reg l0_products_valid_in2_q;
  reg l0_products_valid_in1_q;
  reg l0_products_valid_q;
  reg l0_begins_in2_q;
  reg l0_begins_in1_q;
  reg l0_begins_q;

  wire [5:0] l0_n0_products;
  folded_l0_dot l0_n0_dot (
    .clk_i(clk_i),
    .x0_i(l0_queue_q[4:0]),
    .w0_i(l0_weights_q[1:0]),
    .x1_i(l0_queue_q[9:5]),
    .w1_i(l0_weights_q[3:2]),
    .sum_o(l0_n0_products)
  );
  reg [5:0] l0_n0_products_q;
  reg [5:0] l0_n0_sum_q;
  wire [5:0] l0_n0_sum_before = l0_begins_q ? 6'd0 : l0_n0_sum_q;
  wire [5:0] l0_n0_sum_next = l0_n0_sum_before + l0_n0_products_q;

  wire [5:0] l0_n1_products;
  folded_l0_dot l0_n1_dot (
    .clk_i(clk_i),
    .x0_i(l0_queue_q[4:0]),
    .w0_i(l0_weights_q[5:4]),
    .x1_i(l0_queue_q[9:5]),
    .w1_i(l0_weights_q[7:6]),
    .sum_o(l0_n1_products)
  );
  reg [5:0] l0_n1_products_q;
  reg [5:0] l0_n1_sum_q;
  wire [5:0] l0_n1_sum_before = l0_begins_q ? 6'd0 : l0_n1_sum_q;
  wire [5:0] l0_n1_sum_next = l0_n1_sum_before + l0_n1_products_q;

  wire [5:0] l0_n2_products;
  folded_l0_dot l0_n2_dot (
    .clk_i(clk_i),
    .x0_i(l0_queue_q[4:0]),
    .w0_i(l0_weights_q[9:8]),
    .x1_i(l0_queue_q[9:5]),
    .w1_i(l0_weights_q[11:10]),
    .sum_o(l0_n2_products)
  );
  reg [5:0] l0_n2_products_q;
  reg [5:0] l0_n2_sum_q;
  wire [5:0] l0_n2_sum_before = l0_begins_q ? 6'd0 : l0_n2_sum_q;
  wire [5:0] l0_n2_sum_next = l0_n2_sum_before + l0_n2_products_q;
  wire [2:0] l0_places_more = {1'd0, l0_places_q} + {2'd0, freed_i};
  wire [3:0] l0_places_less = {1'd0, l0_places_more} - {3'd0, l0_folded};
  reg l0_sum_valid_in3_q;
  reg l0_sum_valid_in2_q;
  reg l0_sum_valid_in1_q;
  reg l0_sum_valid_q;

  wire [1:0] l0_n0_value;
  folded_l0_neuron l0_n0_neuron (
    .sum_i(l0_n0_sum_q),
    .t0_i(6'd4),
    .t1_i(6'd9),
    .t2_i(5'd14),
    .value_o(l0_n0_value)
  );

  wire [1:0] l0_n1_value;
  folded_l0_neuron l0_n1_neuron (
    .sum_i(l0_n1_sum_q),
    .t0_i(-6'sd7),
    .t1_i(-6'sd2),
    .t2_i(5'd3),
    .value_o(l0_n1_value)
  );

  wire [1:0] l0_n2_value;
  folded_l0_neuron l0_n2_neuron (
    .sum_i(l0_n2_sum_q),
    .t0_i(6'd0),
    .t1_i(6'd3),
    .t2_i(5'd31),
    .value_o(l0_n2_value)
  );
  wire [5:0] l0_values = {l0_n2_value, l0_n1_value, l0_n0_value};
  assign write_o = l0_sum_valid_q;
  assign word_o = l0_values;

  always @(posedge clk_i)
    if (rst_i) begin
      l0_group_q <= 1'd0;
      l0_read_at_q <= 1'd0;
      l0_weights_address_q <= 1'd0;
    end else if (l0_issue) begin
      l0_group_q <= l0_group_next[0];
      l0_read_at_q <= l0_read_at_next[0];
      l0_weights_address_q <= l0_weights_address_next[0];
    end

  always @(posedge clk_i)
    if (rst_i) begin
      l0_unread_q <= 2'd0;
      l0_places_q <= 2'd3;
      l0_products_valid_in2_q <= 1'd0;
      l0_products_valid_in1_q <= 1'd0;
      l0_products_valid_q <= 1'd0;
      l0_sum_valid_in3_q <= 1'd0;
      l0_sum_valid_in2_q <= 1'd0;
      l0_sum_valid_in1_q <= 1'd0;
      l0_sum_valid_q <= 1'd0;
    end else begin
      l0_unread_q <= l0_unread_less[1:0];
      l0_places_q <= l0_places_less[1:0];
      l0_products_valid_in2_q <= l0_issue;
      l0_products_valid_in1_q <= l0_products_valid_in2_q;
      l0_products_valid_q <= l0_products_valid_in1_q;
      l0_sum_valid_in3_q <= l0_folded;
      l0_sum_valid_in2_q <= l0_sum_valid_in3_q;
      l0_sum_valid_in1_q <= l0_sum_valid_in2_q;
      l0_sum_valid_q <= l0_sum_valid_in1_q;
    end

  always @(posedge clk_i)
    if (rst_i) begin
      l0_write_at_q <= 1'd0;
    end else if (write_i) begin
      l0_write_at_q <= l0_write_at_next[0];
    end

  always @(posedge clk_i)
    begin
      l0_begins_in2_q <= l0_group_first;
      l0_begins_in1_q <= l0_begins_in2_q;
      l0_begins_q <= l0_begins_in1_q;
      l0_n0_products_q <= l0_n0_products;
      l0_n1_products_q <= l0_n1_products;
      l0_n2_products_q <= l0_n2_products;
    end

  always @(posedge clk_i)
    if (l0_products_valid_q) begin
      l0_n0_sum_q <= l0_n0_sum_next;
      l0_n1_sum_q <= l0_n1_sum_next;
      l0_n2_sum_q <= l0_n2_sum_next;
    end

  // Bits that nothing reads
  wire unused_ok = &{1'b0, l0_group_next[1], l0_unread_less[2], l0_write_at_next[1], l0_read_at_next[1],
      l0_weights_address_next[1], l0_places_less[3:2]};

endmodule

`default_nettype wire
