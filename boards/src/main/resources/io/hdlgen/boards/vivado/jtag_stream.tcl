
# Registers of the AXI4-Stream FIFO.
set fifo_data_in [expr {$base + 0x10}]
set fifo_length_in [expr {$base + 0x14}]
set fifo_occupancy [expr {$base + 0x1c}]
set fifo_data_out [expr {$base + 0x20}]
set fifo_length_out [expr {$base + 0x24}]

# Results, in the order of the list above, of integer codes in the order of the features.
proc infer {codes} {
  global features results beats beat_words result_words fifo_data_in fifo_length_in fifo_occupancy
  global fifo_data_out fifo_length_out
  if {[llength $codes] != [llength $features]} {
    error "[llength $codes] codes, expected [llength $features]"
  }
  set bits [lrepeat $beats 0]
  foreach code $codes feature $features {
    lassign $feature name beat low width encoding least most
    set field [code_bits $code $name $width $encoding $least $most]
    lset bits $beat [expr {[lindex $bits $beat] | $field << $low}]
  }
  foreach beat $bits {
    for {set word 0} {$word < $beat_words} {incr word} {
      write_word $fifo_data_in [expr {$beat >> (32 * $word) & 0xffffffff}]
    }
  }
  write_word $fifo_length_in [expr {4 * $beats * $beat_words}]
  for {set tries 0} {[read_word $fifo_occupancy] == 0} {incr tries} {
    if {$tries > 1000} {
      error "no result"
    }
  }
  set length [read_word $fifo_length_out]
  if {$length != 4 * $result_words} {
    error "a result of $length bytes, expected [expr {4 * $result_words}]"
  }
  set answer 0
  for {set word 0} {$word < $result_words} {incr word} {
    set answer [expr {$answer | [read_word $fifo_data_out] << (32 * $word)}]
  }
  set values {}
  foreach result $results {
    lassign $result name low width encoding
    lappend values [result_number [expr {$answer >> $low}] $width $encoding]
  }
  return $values
}
