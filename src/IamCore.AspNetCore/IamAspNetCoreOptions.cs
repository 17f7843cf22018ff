namespace IamCore.AspNetCore;

/// <summary>How IamCore works in an ASP.NET Core host. Read once, when the host starts.</summary>
public sealed class IamAspNetCoreOptions
{
    /// <summary>How identities that the host authenticated become principals: the first that knows an identity decides.</summary>
    public IList<IamPrincipalMapping> Mappings { get; } = [];

    /// <summary>Whether the host refuses to start with an endpoint that demands nothing of IAM and is not open on purpose (<c>AllowAnonymous</c>,
    /// <c>WithoutIam</c>).</summary>
    /// <value><see langword="false"/></value>
    public bool RefuseUnprotectedEndpoints { get; set; }

    /// <summary>Whether refusals are answered with problem details that say what the caller may know. Otherwise the host's own pages are.</summary>
    /// <value><see langword="true"/></value>
    public bool WriteProblemDetails { get; set; } = true;

    /// <summary>Whether the log says of each refusal which statements decided. It reads the directory once more for each.</summary>
    /// <value><see langword="null"/>: in Development only</value>
    public bool? ExplainDenials { get; set; }

    /// <summary>Adds a mapping behind those there are.</summary>
    public IamAspNetCoreOptions Map(IamPrincipalMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        Mappings.Add(mapping);
        return this;
    }
}
