import DeployModel
import Documents

extension OverviewSection {
  static let rotation = OverviewSection(
    title: "rotation",
    lines: { subject in
      guard let due = subject.due else { return [] }
      guard !due.values.isEmpty else {
        return [due.nextNote(after: "nothing within \(RotationLine.days) days")]
      }
      return RotationLine(due).lines
    },
    members: { subject in
      guard let due = subject.due else { return [] }
      let nodes = due.values.map { Node(.object($0.members)) }
      return [.init(key: "rotation", value: Node(.array(nodes)))]
    })
}
