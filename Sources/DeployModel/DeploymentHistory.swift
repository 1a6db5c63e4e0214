import Documents
import FoundationEssentials

/// The lines of a deployment log put together by the deployment they are about.
///
/// A line without an id is a deployment of its own.
struct DeploymentHistory {
  /// The first line of each deployment, in order.
  private(set) var firstLines: [Int] = []
  /// Two lines that follow each other in the history of one deployment.
  private(set) var steps: [(earlier: Int, later: Int)] = []
  /// The last line of each deployment, which is its state, in order.
  let lastLines: [Int]

  init(_ deployments: [DeploymentLog]) {
    var lastLine: [UUID: Int] = [:]
    var isSuperseded = [Bool](repeating: false, count: deployments.count)
    for index in deployments.indices {
      guard let id = deployments[index].id.value ?? nil,
        let earlier = lastLine.updateValue(index, forKey: id)
      else {
        firstLines.append(index)
        continue
      }
      isSuperseded[earlier] = true
      steps.append((earlier, index))
    }
    lastLines = deployments.indices.filter { !isSuperseded[$0] }
  }
}
