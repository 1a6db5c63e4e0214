extension ExportForm {
  /// One flat object of strings.
  ///
  /// Source: RFC 8259; what it lets a writer choose is chosen so that only the quotation mark, the
  /// backslash and control characters are escaped.
  static let json = ExportForm("json", "One JSON object of strings") {
    values throws(FormRefusals) in
    var isFirst = true
    var text = try FormWriting.joined(values) { value, text throws(FormFault) in
      try FormWriting.checkText(value)
      text += (isFirst ? "{\n  \"" : ",\n  \"").utf8
      text += "\(value.key)\": \"".utf8
      value.value.withBytes { bytes in
        for byte in bytes { JSONEscape.write(byte, to: &text) }
      }
      text.append(UInt8(ascii: "\""))
      isFirst = false
    }
    text = text.adding(isFirst ? "{}\n" : "\n}\n")
    return text
  }
}

private enum JSONEscape {
  static func write(_ byte: UInt8, to text: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): text += #"\n"#.utf8
    case UInt8(ascii: "\r"): text += #"\r"#.utf8
    case UInt8(ascii: "\t"): text += #"\t"#.utf8
    case 0..<0x20, 0x7F:
      text += #"\u00"#.utf8
      text += [ASCII.hexDigit(byte >> 4), ASCII.hexDigit(byte & 15)]
    default: text.append(byte)
    }
  }
}

extension Secret {
  /// The bytes with a text behind them.
  fileprivate func adding(_ end: String) -> Secret {
    withBytes { bytes in
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count + end.utf8.count)
      text += bytes
      text += end.utf8
      return Secret(wiping: &text)
    }
  }
}
