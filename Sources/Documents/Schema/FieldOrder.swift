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
    let known = fields.compactMap { field in
      members.first { $0.key.isExactly(field.key) }.map { member in
        var member = member
        member.value = field.shape.ordered(member.value)
        return member
      }
    }
    return known + members.filter { member in !fields.contains { $0.key.isExactly(member.key) } }
  }
}
