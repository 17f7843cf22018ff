using IamCore.Model;

namespace IamCore.Administration.Reports;

/// <summary>What a unique id names.</summary>
/// <param name="Kind">The kind of object.</param>
/// <param name="Account">Its account.</param>
/// <param name="Arn">Its ARN as of now.</param>
public sealed record ResolvedId(ObjectKind Kind, AccountId Account, string Arn);
