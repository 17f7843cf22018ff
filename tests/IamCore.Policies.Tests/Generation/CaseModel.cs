using System.Collections.Immutable;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Generation;

/// <summary>A generated question with its policies, as a tree that a shrinker can prune.</summary>
internal sealed record GeneratedCase(ReferenceRequest Request, GeneratedPolicies Policies);

/// <summary>Generated policies by type; identity policies come as several sets.</summary>
internal sealed record GeneratedPolicies
{
    public ImmutableArray<ImmutableArray<GeneratedPolicy>> Identity { get; init; } = [];

    public ImmutableArray<GeneratedPolicy> PermissionsBoundary { get; init; } = [];

    public ImmutableArray<GeneratedPolicy> Session { get; init; } = [];

    public ImmutableArray<GeneratedPolicy> Resource { get; init; } = [];

    public ImmutableArray<ImmutableArray<GeneratedPolicy>> ServiceControl { get; init; } = [];

    public ImmutableArray<ImmutableArray<GeneratedPolicy>> ResourceControl { get; init; } = [];

    public ImmutableArray<GeneratedPolicy> VpcEndpoint { get; init; } = [];
}

/// <summary>A document to be written.</summary>
internal sealed record GeneratedPolicy(string? Name, string? Version, ImmutableArray<GeneratedStatement> Statements);

/// <summary>A statement to be written; null members are left out.</summary>
internal sealed record GeneratedStatement
{
    public string? Sid { get; init; }

    public bool IsDeny { get; init; }

    public GeneratedPrincipal? Principal { get; init; }

    public GeneratedPrincipal? NotPrincipal { get; init; }

    public ImmutableArray<string>? Action { get; init; }

    public ImmutableArray<string>? NotAction { get; init; }

    public ImmutableArray<string>? Resource { get; init; }

    public ImmutableArray<string>? NotResource { get; init; }

    /// <summary>Operator and key occur once together; default: no <c>Condition</c>.</summary>
    public ImmutableArray<GeneratedCondition>? Conditions { get; init; }
}

/// <summary>The string <c>*</c>, or entries by member name.</summary>
internal sealed record GeneratedPrincipal(bool IsEveryone, ImmutableArray<(string Member, string Value)> Entries);

/// <summary>One key under one operator.</summary>
internal sealed record GeneratedCondition(string Operator, string Key, ImmutableArray<string> Values);
