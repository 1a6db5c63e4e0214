/// Finds keys that stand twice in one object.
///
/// Readers disagree on which of the two counts (RFC 8259 section 4), so a doubled key is always
/// a finding; here, as in most readers, the last one counts, and the others leave the node.
enum DoubledKeys {
  /// Comparing every pair is cheapest up to about this many members.
  private static let pairwiseLimit = 16

  static func remove(
    from members: inout [Node.Member], reportingTo diagnostics: inout [Diagnostic]
  ) {
    guard hasDoubles(members) else { return }
    // As bytes, for texts that look the same compare equal and may still differ.
    let keys = members.map { Array($0.key.utf8) }
    var lastIndex: [[UInt8]: Int] = [:]
    for (index, key) in keys.enumerated() {
      guard let earlier = lastIndex.updateValue(index, forKey: key) else { continue }
      diagnostics.append(diagnostic(members[index], after: members[earlier]))
    }
    members = members.indices.filter { lastIndex[keys[$0]] == $0 }.map { members[$0] }
  }

  private static func hasDoubles(_ members: [Node.Member]) -> Bool {
    guard members.count <= pairwiseLimit else {
      return Set(members.map { $0.key }).count < members.count
    }
    return members.indices.dropFirst().contains { index in
      members[..<index].contains { $0.key == members[index].key }
    }
  }

  private static func diagnostic(
    _ member: Node.Member, after earlier: Node.Member
  ) -> Diagnostic {
    Diagnostic(
      .duplicateField, "the field \(Quoted(member.key)) stands more than once in one object",
      help: "keep one of them; the last would count", at: member.keySpan,
      earlier: earlier.keySpan)
  }
}
