using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Reports;

/// <summary>A managed policy with its versions.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Versions">The versions, oldest first.</param>
public sealed record PolicyDetail(PolicyDescription Policy, ValueList<PolicyVersion> Versions);
