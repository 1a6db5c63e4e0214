extension Shape {
  /// The value with the fields of its objects in declared order; fields that the shape does not
  /// know keep their order and follow, so that nothing is lost.
  package func ordered(_ node: Node) -> Node {
    switch (self, node.value) {
    case (.object(let object), .object(let members)):
      Node(.object(Self.ordered(members, object.fields)), span: node.span)
    case (.list(let element), .array(let elements)):
      Node(.array(elements.map(element.ordered)), span: node.span)
    case (.open(let fields), .object(let members)):
      Node(.object(Self.ordered(members, fields)), span: node.span)
    case (.nullable(let shape), _): shape.ordered(node)
    default: node
    }
  }

  private static func ordered(
    _ members: [Node.Member], _ fields: [FieldDescription]
  ) -> [Node.Member] {
    guard !isInOrder(members, fields) else { return members }
    let known = fields.compactMap { field in
      members.first { $0.key.isExactly(field.key) }.map { member in
        var member = member
        member.value = field.shape.ordered(member.value)
        return member
      }
    }
    return known + members.filter { member in !fields.contains { $0.key.isExactly(member.key) } }
  }

  /// Whether members stand in declared order already and hold nothing that has an order of its
  /// own: so do nearly all, and putting them in order takes a search for each.
  private static func isInOrder(_ members: [Node.Member], _ fields: [FieldDescription]) -> Bool {
    var rest = fields[...]
    return members.allSatisfy { member in
      switch member.value.value {
      case .array, .object: return false
      default: break
      }
      guard let place = rest.firstIndex(where: { $0.key.isExactly(member.key) }) else {
        return false
      }
      rest = rest[(place + 1)...]
      return true
    }
  }
}
