import Documents

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// What an import makes of a project's files: new ones, or those that are there with what came in.
///
/// What stands there already is not written again: importing a file twice changes nothing.
package struct ImportedFiles {
  private let environment: EnvironmentName
  private let source: String
  private let time: Timestamp
  private let makeID: () -> UUID
  /// The project as it is; nothing where it is yet to be made.
  private let snapshot: ProjectSnapshot?

  /// - Parameters:
  ///   - source: The name of the imported file, for descriptions.
  ///   - time: The moment that new entries bear.
  package init(
    into snapshot: ProjectSnapshot?, _ environment: EnvironmentName, from source: String,
    at time: Timestamp, makeID: @escaping () -> UUID
  ) {
    self.snapshot = snapshot
    self.environment = environment
    self.source = source
    self.time = time
    self.makeID = makeID
  }

  /// The text of each file by its name, those that change alone.
  package func texts(of imported: FlyImport) -> [(name: String, text: String)] {
    let files = [
      (ProjectFile.deployment, deployment(imported)), (.variables, variables(imported)),
      (.healthChecks, checks(imported)),
    ]
    var texts = files.compactMap { file, text -> (name: String, text: String)? in
      guard let text, text != present(file) else { return nil }
      return (file.name, text)
    }
    let base = BaseFiles.name(for: environment)
    if let rest = rest(imported), rest != presentBase { texts.append((base, rest)) }
    return texts
  }

  private func present(_ file: ProjectFile) -> String? {
    snapshot?.source(of: file).map { $0.text(of: $0.span) }
  }

  // MARK: The rest

  private var presentBase: String? {
    snapshot?.bases.files[environment].map { $0.source.text(of: $0.source.span) }
  }

  /// An environment whose rest means the same as production's has none of its own.
  private func rest(_ imported: FlyImport) -> String? {
    guard environment != .production else { return imported.rest }
    let common = snapshot?.bases.files[.production]?.configuration.map { FlyMeaning($0) }
    let own = imported.rest.flatMap { FlyTomlFile(named: source, $0).configuration }
      .map { FlyMeaning($0) }
    let isSame =
      common.map { common in own.map { common.isSame(as: $0) } ?? common.root.members.isEmpty }
      ?? (own?.root.members.isEmpty ?? true)
    if isSame, presentBase == nil { return nil }
    return imported.rest ?? "# \(environment.rawValue) has nothing but what the entities say\n"
  }

  // MARK: The deployment

  private func deployment(_ imported: FlyImport) -> String? {
    let file = ProjectFile.deployment
    let parts = imported.unmanaged.map { Node(.string($0.rawValue)) }
    guard let document = snapshot?.documents.documents[file],
      let root = document.roots?.production
    else {
      var members = imported.fields
      if !parts.isEmpty { members.append(.init(key: "unmanaged", value: Node(.array(parts)))) }
      for key in ["created_at", "updated_at"] {
        members.append(.init(key: key, value: Node(.string(time.description))))
      }
      return file.canonicalText(Node(.object(members)))
    }
    var editor = JSONEditor(document.source, root)
    let order = file.shape.fields.map(\.key)
    if environment == .production {
      for field in imported.fields {
        editor.set(field.key, to: field.value, in: FieldPath(), order: order)
      }
      setUnmanaged(parts, over: root, &editor, order)
    } else {
      setPatch(imported, parts, over: root, &editor, order)
    }
    return editor.text
  }

  private func setUnmanaged(
    _ parts: [Node], over root: Node, _ editor: inout JSONEditor, _ order: [String]
  ) {
    if !parts.isEmpty {
      editor.set("unmanaged", to: Node(.array(parts)), in: FieldPath(), order: order)
    } else if root["unmanaged"] != nil {
      editor.removeMember("unmanaged", of: FieldPath())
    }
  }

  /// What the environment has otherwise than production, as a merge patch.
  private func setPatch(
    _ imported: FlyImport, _ parts: [Node], over root: Node, _ editor: inout JSONEditor,
    _ order: [String]
  ) {
    let key = FieldDescription.environments.key
    var patch = root[key]?[environment.rawValue] ?? Node(.object([]))
    for field in imported.fields {
      let isSame = root[field.key]?.isEqual(to: field.value) ?? false
      patch.setMember(field.key, isSame ? nil : field.value)
    }
    let common = root["unmanaged"] ?? Node(.array([]))
    let own = Node(.array(parts))
    patch.setMember("unmanaged", common.isEqual(to: own) ? nil : own)
    guard root[key] == nil else {
      return editor.set(
        environment.rawValue, to: patch, in: FieldPath([.key(key)]),
        order: EnvironmentName.allCases.map(\.rawValue))
    }
    let patches = Node(.object([.init(key: environment.rawValue, value: patch)]))
    editor.set(key, to: patches, in: FieldPath(), order: order)
  }

  // MARK: Lists

  private func variables(_ imported: FlyImport) -> String? {
    var list = ListChanges(.variables, key: "variables", snapshot)
    for (name, value) in imported.variables {
      let stored = Node(.string(StoredValue.plain(value).text))
      let index = list.entries.firstIndex {
        $0["key"]?.text == name && $0["environment"]?.text == environment.rawValue
      }
      if let index {
        list.set("encrypted_value", to: stored, at: index)
      } else {
        list.add(variable(name, stored))
      }
    }
    return list.text
  }

  private func variable(_ name: String, _ value: Node) -> Node {
    let policy = VariablePolicy(for: .system)
    return .object([
      "id": Node(.string(UUIDText.write(makeID()))), "key": Node(.string(name)),
      "encrypted_value": value, "environment": Node(.string(environment.rawValue)),
      "is_secret": Node(.bool(policy.isSecret)),
      "category": Node(.string(VariableCategory.system.rawValue)),
      "description": Node(.string("imported from \(source)")),
      "required": Node(.bool(policy.required)), "created_at": Node(.string(time.description)),
      "updated_at": Node(.string(time.description)),
    ])
  }

  /// A check that another environment has as well is one check for both.
  private func checks(_ imported: FlyImport) -> String? {
    var list = ListChanges(.healthChecks, key: "health_checks", snapshot)
    for check in imported.checks {
      let index = list.entries.firstIndex { entry in
        check.members.allSatisfy { entry[$0.key]?.isEqual(to: $0.value) ?? false }
      }
      guard let index else {
        let own = [
          Node.Member(key: "id", value: Node(.string(UUIDText.write(makeID()))))
        ]
        let environments = Node.Member(
          key: "environments", value: [Node(.string(environment.rawValue))])
        list.add(Node(.object(own + check.members + [environments])))
        continue
      }
      guard let environments = list.entries[index]["environments"],
        !environments.elements.contains(where: { $0.text == environment.rawValue })
      else { continue }
      let all = environments.elements.compactMap(\.text) + [environment.rawValue]
      let ordered = EnvironmentName.allCases.map(\.rawValue).filter(all.contains)
      list.set(
        "environments", to: Node(.array(ordered.map { Node(.string($0)) })), at: index)
    }
    return list.text
  }
}

/// Changes to the entries of one list file, which may not be there yet.
private struct ListChanges {
  private let file: ProjectFile
  private let key: String
  private var editor: JSONEditor?
  let entries: [Node]
  private var added: [Node] = []

  init(_ file: ProjectFile, key: String, _ snapshot: ProjectSnapshot?) {
    self.file = file
    self.key = key
    guard let document = snapshot?.documents.documents[file],
      let root = document.roots?.production
    else {
      entries = []
      return
    }
    entries = root[key]?.elements ?? []
    editor = JSONEditor(document.source, root)
  }

  private var list: FieldPath { FieldPath([.key(key)]) }

  mutating func set(_ field: String, to value: Node, at index: Int) {
    let list = list
    editor?.set(
      field, to: value, in: list.appending(index), order: file.shape.fields.map(\.key))
  }

  mutating func add(_ entry: Node) {
    let ordered = Shape.object(file.shape).ordered(entry)
    guard editor != nil else { return added.append(ordered) }
    let list = list
    editor?.insert(ordered, at: file.positions(among: entries).position(of: ordered), into: list)
  }

  /// The whole text; nothing for a file that is not there and needs not be.
  var text: String? {
    if let editor { return editor.text }
    guard !added.isEmpty else { return nil }
    return file.canonicalText(Node(.object([.init(key: key, value: Node(.array(added)))])))
  }
}
