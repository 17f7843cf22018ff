using System.Diagnostics.CodeAnalysis;

namespace IamCore.AspNetCore.Resources;

/// <summary>Takes the host's objects for resources.</summary>
internal sealed class ResourceNamer(IEnumerable<ResourceNaming> namings)
{
    private readonly Dictionary<Type, Func<object, IamResource>> _namings = namings.GroupBy(naming => naming.Type).ToDictionary(group => group.Key, group => group.Last().Name);

    /// <summary>Whether objects of a type can be named.</summary>
    public bool Knows(Type type) => typeof(IIamResource).IsAssignableFrom(type) || type == typeof(IamResource) || FindNaming(type) is not null;

    /// <summary>The resource that an object is. False where nobody said how it is named.</summary>
    public bool TryName(object? subject, [NotNullWhen(true)] out IamResource? resource)
    {
        resource = subject switch
        {
            null => null,
            IamResource given => given,
            IIamResource given => given.ToIamResource(),
            ResourceName { IsNone: false } name => new IamResource(name),
            Arn { IsNone: false } arn => new IamResource(ResourceName.FromArn(arn)),
            _ => FindNaming(subject.GetType())?.Invoke(subject),
        };
        return resource is not null;
    }

    private Func<object, IamResource>? FindNaming(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (_namings.TryGetValue(candidate, out var name))
            {
                return name;
            }
        }

        return null;
    }
}
