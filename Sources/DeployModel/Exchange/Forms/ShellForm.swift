extension ExportForm {
  /// Commands that a POSIX shell reads with `.`, whatever the values hold.
  ///
  /// Between single quotes a shell takes every byte as it stands; the quote itself stands outside
  /// of them, after a backslash.
  ///
  /// Source: POSIX.1-2017, Shell Command Language, section 2.2.2 "Single-Quotes".
  static let shell = ExportForm("shell", "Commands for any POSIX shell to source") {
    value, text throws(FormFault) in
    text += "export \(value.key)='".utf8
    value.value.withBytes { bytes in
      for byte in bytes {
        if byte == UInt8(ascii: "'") {
          text += #"'\''"#.utf8
        } else {
          text.append(byte)
        }
      }
    }
    text += "'\n".utf8
  }
}
