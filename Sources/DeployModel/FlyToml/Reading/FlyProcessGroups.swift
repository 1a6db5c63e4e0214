import Documents

/// The process groups of a fly.toml, and which of its tables are for which of them.
///
/// Source: https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/processgroups.go
package struct FlyProcessGroups: Sendable {
  /// Sorted; the one group of a file without `[processes]` is called `app`.
  package let names: [String]
  /// Whether the file has `[processes]`, with anything in it.
  package let areWritten: Bool

  init(_ root: FlyTable) {
    // A group whose command cannot be read is one too.
    let written = (root.node["processes"]?.members ?? []).map(\.key).sorted()
    areWritten = !written.isEmpty
    names = areWritten ? written : ["app"]
  }

  /// The group that a service, a volume or a file without `processes` is for.
  package var standard: String { names.contains("app") ? "app" : names.first ?? "app" }

  /// The groups that a service, a volume or a file is for.
  package func groups(of table: FlyTable) -> [String] {
    let written = table.texts("processes") ?? []
    guard !written.isEmpty else { return [standard] }
    return names.filter { name in written.contains { $0.content == name } }
  }

  /// The groups that a `[[vm]]` names, or nil for one that names none and is for all.
  package func groupsNamed(by machine: FlyTable) -> [String]? {
    let written = machine.texts("processes") ?? []
    return written.isEmpty ? nil : groups(of: machine)
  }

  /// Those `[[vm]]` that count: for each group the last that names it, else the first that names
  /// none.
  func effective(_ machines: [FlyTable]) -> [FlyTable] {
    let named = machines.map(groupsNamed)
    let indices = names.compactMap { name in
      named.lastIndex { $0?.contains(name) ?? false } ?? named.firstIndex(of: nil)
    }
    return Set(indices).sorted().map { machines[$0] }
  }
}

extension FlyConfiguration {
  package var processGroups: FlyProcessGroups { FlyProcessGroups(root) }
}
