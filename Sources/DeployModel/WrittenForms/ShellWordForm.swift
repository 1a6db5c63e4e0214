/// The ways in which shells write a text that they would otherwise take apart, as `set -x` and
/// `printf %q` print it.
///
/// Source: POSIX, Shell Command Language, section 2.2; the manual of bash, `printf`.
enum ShellWordForm {
  private static let quote = UInt8(ascii: "'")
  private static let backslash = UInt8(ascii: "\\")

  static func all(of value: [UInt8]) -> [[UInt8]] { [quoted(value), escaped(value)] }

  /// What stands between single quotes.
  private static func quoted(_ value: [UInt8]) -> [UInt8] {
    value.flatMap { $0 == quote ? Array(#"'\''"#.utf8) : [$0] }
  }

  /// A backslash before each byte that means something to a shell.
  private static func escaped(_ value: [UInt8]) -> [UInt8] {
    value.flatMap { byte in
      ASCII.isAlphanumeric(byte) || byte >= 0x80 || "_-./:=@%+,".utf8.contains(byte)
        ? [byte] : [backslash, byte]
    }
  }
}
