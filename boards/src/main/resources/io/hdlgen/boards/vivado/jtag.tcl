
# A word at an address, over JTAG.
proc write_word {address word} {
  set transaction [create_hw_axi_txn -force hdlgen_write [lindex [get_hw_axis] 0] -type write \
    -address [format %08x $address] -len 1 -data [format %08x $word]]
  run_hw_axi -quiet $transaction
}

proc read_word {address} {
  set transaction [create_hw_axi_txn -force hdlgen_read [lindex [get_hw_axis] 0] -type read \
    -address [format %08x $address] -len 1]
  run_hw_axi -quiet $transaction
  return [expr {"0x[string trim [get_property DATA $transaction]]"}]
}

# The bits of a code, if it is one.
proc code_bits {code name width encoding least most} {
  if {![string is entier -strict $code] || $code < $least || $code > $most
      || ($encoding eq "bipolar" && $code == 0)} {
    error "$name: found $code, expected $encoding from $least to $most"
  }
  if {$encoding eq "bipolar"} {
    set code [expr {$code > 0}]
  }
  return [expr {$code & ((1 << $width) - 1)}]
}

# The number that the lowest bits hold.
proc result_number {bits width encoding} {
  set number [expr {$bits & ((1 << $width) - 1)}]
  if {$encoding eq "signed" && $number >> ($width - 1)} {
    set number [expr {$number - (1 << $width)}]
  }
  return $number
}
