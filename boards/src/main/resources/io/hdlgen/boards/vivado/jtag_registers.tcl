
# Results, in the order of the list above, of integer codes in the order of the features.
proc infer {codes} {
  global base features results control status start done
  if {[llength $codes] != [llength $features]} {
    error "[llength $codes] codes, expected [llength $features]"
  }
  foreach code $codes feature $features {
    lassign $feature name offset encoding least most
    write_word [expr {$base + $offset}] [code_bits $code $name 32 $encoding $least $most]
  }
  write_word [expr {$base + $control}] $start
  for {set tries 0} {!([read_word [expr {$base + $status}]] & $done)} {incr tries} {
    if {$tries > 1000} {
      error "no result"
    }
  }
  set values {}
  foreach result $results {
    lassign $result name offsets encoding
    set bits 0
    set width 0
    foreach offset $offsets {
      set bits [expr {$bits | [read_word [expr {$base + $offset}]] << $width}]
      incr width 32
    }
    lappend values [result_number $bits $width $encoding]
  }
  return $values
}
