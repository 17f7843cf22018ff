using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Lists server certificates by name (CR-075).</summary>
public sealed record ListServerCertificates : IamListQuery<ServerCertificateDescription>
{
    /// <summary>The prefix of the paths to list.</summary>
    /// <value><c>/</c></value>
    public string? PathPrefix { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.PathPrefix(PathPrefix);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        work.CheckAsync(new() { Action = Action, Resource = work.ArnOf($"server-certificate{PathPrefix ?? "/"}") });

    internal override async ValueTask<Page<ServerCertificateDescription>> ApplyAsync(AdministrationWork work)
    {
        var page = await work.PageAsync<ServerCertificateDescription, ServerCertificate>(this, ObjectKind.ServerCertificate, PathPrefix).ConfigureAwait(false);
        return new([.. ((IEnumerable<ServerCertificate>)page.Items).Select(ServerCertificateDescription.Of)], page.Marker);
    }
}
