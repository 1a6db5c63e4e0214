/// Lays a JSON merge patch (RFC 7396) over a document, keeping every value's own place.
///
/// A finding about the merged document therefore points into the patch where the patch is at
/// fault, and into the document where that is.
package enum MergePatch {
  /// The document with the patch applied.
  ///
  /// - Parameters:
  ///   - patch: An object; anything else is reported and changes nothing.
  ///   - fields: The document's fields: a required one cannot be removed.
  package static func apply(
    _ patch: Node, to target: Node, fields: [FieldDescription],
    _ diagnostics: inout [Diagnostic]
  ) -> Node {
    guard case .object(let changes) = patch.value else {
      diagnostics.append(.wrongType(expected: "an object", found: patch))
      return target
    }
    var allowed: [Node.Member] = []
    for change in changes {
      if case .null = change.value.value,
        let field = fields.first(where: { $0.key.isExactly(change.key) }), field.isRequired
      {
        diagnostics.append(removed(change))
      } else {
        allowed.append(change)
      }
    }
    return merge(Node(.object(allowed), span: patch.span), into: target)
  }

  /// The algorithm of RFC 7396 section 2.
  static func merge(_ patch: Node, into target: Node) -> Node {
    guard case .object(let changes) = patch.value else { return patch }
    guard case .object(var members) = target.value else {
      // What was no object is as good as an empty one, and the patch's braces stand for it.
      return merge(patch, into: Node(.object([]), span: patch.span))
    }
    for change in changes {
      let index = members.firstIndex { $0.key.isExactly(change.key) }
      if case .null = change.value.value {
        if let index { members.remove(at: index) }
        continue
      }
      let old = index.map { members[$0].value } ?? Node(.object([]), span: change.value.span)
      var merged = change
      merged.value = merge(change.value, into: old)
      if let index { members[index] = merged } else { members.append(merged) }
    }
    return Node(.object(members), span: target.span)
  }

  private static func removed(_ change: Node.Member) -> Diagnostic {
    Diagnostic(
      .removedField, "the required field '\(change.key)' cannot be removed by an environment",
      help: "write the environment's own value, or leave the field out of the patch",
      at: change.value.span)
  }
}
