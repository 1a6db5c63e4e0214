import DeployModel
import Documents

extension CheckStep {
  static let variables = CheckStep(
    name: "variables", summary: "every variable that a deployment needs has its value",
    reports: {
      $0.isOne(of: .requiredVariableWithoutValue, .requiredVariableEmpty, .variableWithoutValue)
    },
    look: { subject, found in
      let variables = subject.project?.snapshot.project.variables.value ?? []
      let environments = subject.environments
      let asked = variables.filter { $0.environment.value.map(environments.contains) ?? true }
      let required = asked.count { $0.required.value ?? true }
      found.detail = "\(Counted(required, "required variable"))"
      if required < asked.count { found.detail += ", \(asked.count - required) optional" }
    })
}
