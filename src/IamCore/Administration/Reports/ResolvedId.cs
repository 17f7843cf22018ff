using IamCore.Model;

namespace IamCore.Administration.Reports;

/// <summary>The object that a unique id identifies.</summary>
/// <param name="Kind">The kind of object.</param>
/// <param name="Account">The account it belongs to.</param>
/// <param name="Arn">Its current ARN.</param>
public sealed record ResolvedId(ObjectKind Kind, AccountId Account, string Arn);
