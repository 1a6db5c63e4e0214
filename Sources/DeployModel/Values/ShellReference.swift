/// Finds what a shell would fill in: `${NAME}`, `${NAME:-default}`.
enum ShellReference {
  /// True where a name stands in braces after a dollar sign.
  static func isFound(in text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return false }
    return ASCII.withBytes(of: text) { bytes in
      var rest = bytes[...]
      while let start = ByteSearch.first("${", in: rest) {
        rest = bytes[(start + 2)...]
        let name = rest.prefix { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
        let isName = name.first.map { !ASCII.isDigit($0) } ?? false
        if isName, name.endIndex < bytes.count, "}:-?+=".utf8.contains(bytes[name.endIndex]) {
          return true
        }
      }
      return false
    }
  }
}
