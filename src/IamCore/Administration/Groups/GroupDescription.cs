using IamCore.Model;

namespace IamCore.Administration.Groups;

/// <summary>A group with a page of its members.</summary>
/// <param name="Group">The group.</param>
/// <param name="Members">A page of its members, by name.</param>
public sealed record GroupDescription(IamGroup Group, Page<IamUser> Members);
