namespace IamCore.AspNetCore.Templates;

/// <summary>
/// How a handler reads a route value. <c>/documents/01</c> and <c>/documents/1</c> are one document to a handler that takes a number, and must be one resource:
/// the value is put into the ARN in the one form that the handler's reading has.
/// </summary>
internal enum RouteValueForm : byte
{
    /// <summary>As text: as it is.</summary>
    Text,

    /// <summary>As a whole number: decimal, without leading zeros.</summary>
    Integer,

    /// <summary>As a GUID: lower-case, with hyphens.</summary>
    Guid,
}
