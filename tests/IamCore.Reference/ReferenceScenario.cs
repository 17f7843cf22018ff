namespace IamCore.Reference;

/// <summary>A scenario as its file says it: the policies are still text.</summary>
public sealed record ReferenceScenario
{
    /// <summary>The scenario's name, if it has one.</summary>
    public string? Name { get; init; }

    /// <summary>The question.</summary>
    public required ReferenceRequest Request { get; init; }

    /// <summary>The policies.</summary>
    public PolicyTexts Policies { get; init; } = new();

    /// <summary>What the answer shall be, where the file says it.</summary>
    public ExpectedAnswer? Expect { get; init; }
}

/// <summary>A policy document as text, and the name it is attached under.</summary>
public sealed record PolicyText(string? Name, string Json);

/// <summary>The member <c>policies</c> of a scenario.</summary>
public sealed record PolicyTexts
{
    /// <summary>Identity policies.</summary>
    public IReadOnlyList<PolicyText> Identity { get; init; } = [];

    /// <summary>Documents of the boundary.</summary>
    public IReadOnlyList<PolicyText> PermissionsBoundary { get; init; } = [];

    /// <summary>Session policies.</summary>
    public IReadOnlyList<PolicyText> Session { get; init; } = [];

    /// <summary>Resource or trust policies.</summary>
    public IReadOnlyList<PolicyText> Resource { get; init; } = [];

    /// <summary>One list a level.</summary>
    public IReadOnlyList<IReadOnlyList<PolicyText>> ServiceControl { get; init; } = [];

    /// <summary>One list a level.</summary>
    public IReadOnlyList<IReadOnlyList<PolicyText>> ResourceControl { get; init; } = [];

    /// <summary>Endpoint policies.</summary>
    public IReadOnlyList<PolicyText> VpcEndpoint { get; init; } = [];
}

/// <summary>The member <c>expect</c> of a scenario; null members are not checked.</summary>
public sealed record ExpectedAnswer
{
    /// <summary>Code of the first error; then there is nothing else.</summary>
    public string? Error { get; init; }

    /// <summary><c>allow</c>, <c>explicitDeny</c> or <c>implicitDeny</c>.</summary>
    public string? Decision { get; init; }

    /// <summary>Policy types in the spelling of the scenario format.</summary>
    public IReadOnlyList<string>? DeniedBy { get; init; }

    /// <summary>Statements.</summary>
    public IReadOnlyList<string>? Matched { get; init; }

    /// <summary>Context keys.</summary>
    public IReadOnlyList<string>? MissingContext { get; init; }
}
