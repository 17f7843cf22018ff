using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>An identity that uses a managed policy.</summary>
/// <param name="Kind">The kind of identity: user, group or role.</param>
/// <param name="Name">The name.</param>
/// <param name="Id">The unique id.</param>
/// <param name="Arn">The ARN.</param>
public sealed record PolicyEntity(ObjectKind Kind, string Name, string Id, string Arn);
