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
    var lastIndex: [String: Int] = [:]
    for (index, member) in members.enumerated() {
      if lastIndex.updateValue(index, forKey: member.key) != nil {
        diagnostics.append(diagnostic(member))
      }
    }
    members = members.indices.filter { lastIndex[members[$0].key] == $0 }.map { members[$0] }
  }

  private static func hasDoubles(_ members: [Node.Member]) -> Bool {
    guard members.count <= pairwiseLimit else {
      return Set(members.map { $0.key }).count < members.count
    }
    return members.indices.dropFirst().contains { index in
      members[..<index].contains { $0.key == members[index].key }
    }
  }

  private static func diagnostic(_ member: Node.Member) -> Diagnostic {
    Diagnostic(
      .duplicateField, "the field '\(member.key)' stands twice in one object",
      help: "remove one of the two; the last one would count", at: member.keySpan)
  }
}
