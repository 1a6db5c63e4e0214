import DeployModel
import Documents

/// What is wrong with a vault, and what should be known of it, for people and for programs.
struct FaultReport {
  var faults: [VaultFault]
  var notices: [VaultNotice]
  private let layout: ProjectLayout
  private let context: Context

  init(
    _ faults: [VaultFault], _ notices: [VaultNotice], in layout: ProjectLayout, _ context: Context
  ) {
    self.faults = faults
    self.notices = notices
    self.layout = layout
    self.context = context
  }

  /// Prints every fault and every notice on standard error.
  func note() {
    for fault in faults { note("error: \(fault.message)", fault.help) }
    for notice in notices { note("warning: \(notice.message)", notice.help) }
  }

  private func note(_ line: String, _ help: String?) {
    context.console.note(line.visible)
    if let help { context.console.note("help: \(help.visible)") }
  }

  var faultNodes: Node {
    Node(
      .array(
        faults.map { fault in
          var node: Node = .object([
            "kind": Node(.string(fault.kind.word)),
            "subject": Node(.string(fault.subject)),
            "message": Node(.string(fault.message)),
            "file": Node(.string(path(of: fault.place))),
          ])
          if let help = fault.help { node.setMember("help", Node(.string(help))) }
          return node
        }))
  }

  var noticeNodes: Node {
    Node(
      .array(
        notices.map { notice in
          var node: Node = .object([
            "kind": Node(.string(notice.kind.rawValue.snakeCase)),
            "message": Node(.string(notice.message)),
            "file": Node(.string(path(of: notice.place))),
          ])
          if let help = notice.help { node.setMember("help", Node(.string(help))) }
          return node
        }))
  }

  private func path(of place: VaultFault.Place) -> String {
    let name =
      switch place {
      case .entry(let kind, _, _), .list(let kind): kind.file.name
      case .file(let name): name
      }
    return context.shown(Path.join(layout.folder, name))
  }
}

extension VaultFault.Kind {
  /// The kind in the words of machine formats, such as `value_edited`.
  var word: String { rawValue.snakeCase }
}

extension String {
  /// A name such as `valueEdited` in the form `value_edited`.
  fileprivate var snakeCase: String {
    reduce(into: "") { text, character in
      text += character.isUppercase ? "_\(character.lowercased())" : String(character)
    }
  }
}
