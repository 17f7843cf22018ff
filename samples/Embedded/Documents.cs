using IamCore;
using IamCore.Policies;

namespace Embedded;

// README begins: asking
public sealed class Documents(IAuthorizer authorizer)
{
    public async Task<string> ReadAsync(Principal reader, string id)
    {
        var document = ResourceName.Parse($"arn:app:docs::123456789012:draft/{id}");
        var access = await authorizer.AuthorizeAsync(reader, ActionName.Parse("docs:ReadDocument"), document);
        return access.IsAllowed
            ? $"The text of {id}"
            : throw new UnauthorizedAccessException($"{reader} may not read {id}: {access}");
    }
}
// README ends
