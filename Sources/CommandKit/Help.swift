extension CommandTree {
  /// The help page of what a route has reached.
  func help(at route: CommandRoute<Action>) -> String {
    if let command = route.command { return help(of: command.description, path: route.path) }
    return help(of: route.group, path: route.path)
  }

  /// The usage of what a route has reached, in one line.
  func usageLine(at route: CommandRoute<Action>) -> String {
    if let command = route.command {
      return Usage.line(of: command.description, path: route.path)
    }
    return (route.path + [commandPlaceholder(path: route.path)]).joined(separator: " ")
  }

  private func help(of command: CommandDescription, path: [String]) -> String {
    var page = HelpPage()
    page.add(["\(command.summary)."])
    page.add(
      start: "Usage: \(path.joined(separator: " "))", parts: Usage.parts(of: command.parameters))
    page.add(discussion: command.discussion)
    page.add(title: "Arguments", rows: rows(command.parameters.filter { $0.kind == .argument }))
    page.add(title: "Options", rows: rows(command.parameters.filter { $0.kind != .argument }))
    page.add(title: "Examples", rows: command.examples.map { ($0.line, $0.summary) })
    addSharedOptions(to: &page)
    return page.text
  }

  private func help(of group: CommandGroup<Action>, path: [String]) -> String {
    var page = HelpPage()
    let name = path.joined(separator: " ")
    page.add(["\(group.summary)."])
    page.add(start: "Usage: \(name)", parts: [commandPlaceholder(path: path)])
    page.add(discussion: group.discussion)
    page.add(
      tables: group.sections.map { section in
        let members = section.members.filter { !$0.isHidden }
        return (section.title, members.map { ($0.name, $0.summary) })
      })
    page.add(title: "Examples", rows: group.examples.map { ($0.line, $0.summary) })
    if path.count == 1 {
      let options = shared.descriptions + [.help, .version]
      page.add(title: "Options of every command", rows: rows(options))
    } else {
      addSharedOptions(to: &page)
    }
    page.add(["'\(name) <COMMAND> --help' shows the help of one command."])
    return page.text
  }

  /// Names the shared options only: they are explained once, with the tool itself.
  private func addSharedOptions(to page: inout HelpPage) {
    let names = (shared.descriptions + [.help]).map { $0.name }
    let parts = names.dropLast().map { "\($0)," } + names.suffix(1)
    let lines = HelpPage.wrap(parts, width: HelpPage.width - 2).map { "  \($0)" }
    page.add(["Options of every command ('\(root.name) --help' explains them):"] + lines)
  }

  private func rows(_ parameters: [ParameterDescription]) -> [HelpPage.Row] {
    let hasShortNames = parameters.contains { parameter in
      parameter.names.contains { !$0.hasPrefix("--") }
    }
    return parameters.map {
      (Usage.label(of: $0, hasShortNames: hasShortNames), Usage.text(of: $0))
    }
  }

  private func commandPlaceholder(path: [String]) -> String {
    path.count == 1 && defaultAction != nil ? "[<COMMAND>]" : "<COMMAND>"
  }
}
