/// A command or a group, as a member of the group around it.
package enum CommandMember<Action: Sendable>: Sendable {
  case command(AnyCommand<Action>)
  case group(CommandGroup<Action>)

  /// The word it is called by.
  package var name: String {
    switch self {
    case .command(let command): command.description.name
    case .group(let group): group.name
    }
  }

  /// One line without a full stop that says what it is for.
  package var summary: String {
    switch self {
    case .command(let command): command.description.summary
    case .group(let group): group.summary
    }
  }

  /// Whether it can be called but is not shown.
  package var isHidden: Bool {
    switch self {
    case .command(let command): command.isHidden
    case .group: false
    }
  }
}

/// Members of a group that help shows under one title.
package struct CommandSection<Action: Sendable>: Sendable {
  /// The title, without a colon.
  package var title: String
  /// The members, in the order shown.
  package var members: [CommandMember<Action>]

  /// Makes a section.
  package init(_ title: String, _ members: [CommandMember<Action>]) {
    self.title = title
    self.members = members
  }
}

/// Commands that are called by a first word in common, such as `secrets set`.
package struct CommandGroup<Action: Sendable>: Sendable {
  /// The word it is called by; for the root, the name of the tool.
  package var name: String
  /// One line without a full stop that says what it is for.
  package var summary: String
  /// Paragraphs for help, as in `CommandDescription`.
  package var discussion: String
  /// Lines that show its commands in use.
  package var examples: [Example]
  /// The members by title.
  package var sections: [CommandSection<Action>]

  /// Makes a group of several sections.
  package init(
    _ name: String, _ summary: String, discussion: String = "", examples: [Example] = [],
    sections: [CommandSection<Action>]
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.sections = sections
  }

  /// Makes a group with one section, "Commands".
  package init(
    _ name: String, _ summary: String, discussion: String = "", examples: [Example] = [],
    _ members: [CommandMember<Action>]
  ) {
    self.init(
      name, summary, discussion: discussion, examples: examples,
      sections: [CommandSection("Commands", members)])
  }

  var members: [CommandMember<Action>] { sections.flatMap { $0.members } }

  /// The member that is called by a name.
  func member(named name: String) -> CommandMember<Action>? {
    for section in sections {
      if let member = section.members.first(where: { $0.name == name }) { return member }
    }
    return nil
  }

  var visibleMembers: [CommandMember<Action>] { members.filter { !$0.isHidden } }

  /// Whether any command of this group, or of one inside it, has an option of this name.
  func hasCommand(withOption name: String) -> Bool {
    members.contains { member in
      switch member {
      case .command(let command):
        command.description.parameters.contains { $0.names.contains(name) }
      case .group(let group): group.hasCommand(withOption: name)
      }
    }
  }
}
