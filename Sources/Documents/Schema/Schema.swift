/// The shape of an entity's document, from which it is read, written, documented and addressed.
///
/// The fields stand in the order of the entity's memberwise initializer, which the compiler
/// checks by type; that neighbours of one type are not swapped is checked by a test.
package struct Schema<Root: Sendable>: Sendable {
  package let title: String
  /// The entity's own fields, in the order in which they are written.
  package let fields: [FieldDescription]
  /// Fields that any reader of the document may meet beside the entity's own.
  package let annotations: [FieldDescription]
  private let paths: [any PartialKeyPath<Root> & Sendable]
  private let readFields: @Sendable (inout FieldReader) -> Root
  private let writeFields: @Sendable (Root) -> [Node?]

  package init<each Value: FieldValue>(
    _ title: String, annotations: [FieldDescription] = [],
    _ make: @escaping @Sendable (repeat each Value) -> Root,
    _ field: repeat Field<Root, each Value>
  ) {
    var fields: [FieldDescription] = []
    var paths: [any PartialKeyPath<Root> & Sendable] = []
    for field in repeat each field {
      fields.append(field.description)
      paths.append(field.path)
    }
    self.title = title
    self.fields = fields
    self.annotations = annotations
    self.paths = paths
    readFields = { reader in make(repeat (each Value).read(&reader)) }
    writeFields = { root in
      var nodes: [Node?] = []
      for field in repeat each field { nodes.append(root[keyPath: field.path].node) }
      return nodes
    }
  }

  /// Reads an entity; what could not be read is reported and remembered as unreadable.
  ///
  /// - Parameter excused: Required fields that this document may lack.
  package func read(
    _ node: Node, excused: Set<String> = [], _ diagnostics: inout [Diagnostic]
  ) -> Root {
    var reader = FieldReader(fields, node)
    let root = readFields(&reader)
    reader.finish(annotations: annotations, excused: excused)
    if !reader.diagnostics.isEmpty { diagnostics += reader.diagnostics }
    return root
  }

  /// The entity as an object in declared order, without what equals its default.
  package func node(of root: Root) -> Node {
    let members = zip(fields, writeFields(root)).compactMap { field, node -> Node.Member? in
      guard let node else { return nil }
      if case .defaulted(let standard) = field.presence, standard.isEqual(to: node) { return nil }
      return Node.Member(key: field.key, value: node)
    }
    return Node(.object(members))
  }

  /// The key under which a property is written.
  package func key(of path: PartialKeyPath<Root>) -> String? {
    paths.firstIndex { $0 == path }.map { fields[$0].key }
  }

  package var shape: ObjectShape {
    ObjectShape(title: title, fields: fields + annotations)
  }
}

/// A type whose documents are objects described by a schema.
package protocol Entity: DocumentValue {
  static var schema: Schema<Self> { get }
}

extension Entity {
  package static func read(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) throws(Unreadable) -> Self {
    schema.read(node, &diagnostics)
  }
  package var node: Node? { Self.schema.node(of: self) }
  package static var shape: Shape { .object(schema.shape) }
}
