using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Administration.Reports;

/// <summary>An identity with everything that would decide its requests.</summary>
internal sealed record SimulatedIdentity(Principal Principal, string UserId, ValueList<Tag> Tags, AccountPolicies Account, ApplicablePolicies Policies);
