/// Recognizes the text of an IPv6 address.
///
/// Source: RFC 4291, section 2.2.
enum IPv6Text {
  /// True for eight groups of up to four hexadecimal digits, of which `::` may stand for some.
  ///
  /// The last two groups may be written as an IPv4 address. A zone (`%eth0`) is no part of it.
  static func isAddress(_ text: String) -> Bool {
    guard text.utf8.count <= 45 else { return false }
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard let head = halves.first, let tail = halves.last, halves.count <= 2 else { return false }
    if halves.count == 1 { return groupCount(in: head, isEnd: true) == 8 }
    guard let before = groupCount(in: head, isEnd: false),
      let after = groupCount(in: tail, isEnd: true)
    else { return false }
    return before + after <= 7
  }

  /// How many groups of 16 bits a part without `::` has, or nil where one is malformed.
  private static func groupCount(in part: Substring, isEnd: Bool) -> Int? {
    guard !part.isEmpty else { return 0 }
    let groups = part.split(separator: ":", omittingEmptySubsequences: false)
    var count = 0
    for (index, group) in groups.enumerated() {
      if isEnd, index == groups.count - 1, group.contains(".") {
        guard isIPv4(group) else { return nil }
        count += 2
      } else {
        guard 1...4 ~= group.utf8.count, group.utf8.allSatisfy(ASCII.isHexDigit) else { return nil }
        count += 1
      }
    }
    return count
  }

  private static func isIPv4(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil && $0.first != "+" }
  }
}
