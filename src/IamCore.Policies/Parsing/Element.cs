namespace IamCore.Policies.Parsing;

/// <summary>The elements of a document and of its statements (PL-004).</summary>
internal enum Element : byte
{
    None,
    Version,
    Id,
    Statement,
    Sid,
    Effect,
    Principal,
    NotPrincipal,
    Action,
    NotAction,
    Resource,
    NotResource,
    Condition,
}
