package org.turnpike.architecture;

import static org.objectweb.asm.Opcodes.ASM9;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Finds floating point in a class's instructions, where ArchUnit does not look. Each such number
 * comes from somewhere: a constant, a conversion, an array, a field, a method.
 */
public final class FloatingPoint {
  private static final Set<Integer> SOURCES =
      Set.of(
          Opcodes.FCONST_0,
          Opcodes.FCONST_1,
          Opcodes.FCONST_2,
          Opcodes.DCONST_0,
          Opcodes.DCONST_1,
          Opcodes.I2F,
          Opcodes.I2D,
          Opcodes.L2F,
          Opcodes.L2D,
          Opcodes.FALOAD,
          Opcodes.DALOAD);

  private FloatingPoint() {}

  /** Methods of the class that use it, and by what. */
  public static List<String> in(JavaClass type) {
    List<String> uses = new ArrayList<>();
    try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      new ClassReader(bytes).accept(new Finder(type.getName(), uses), ClassReader.SKIP_FRAMES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return uses;
  }

  private static final class Finder extends ClassVisitor {
    private final String type;
    private final List<String> uses;

    Finder(String type, List<String> uses) {
      super(ASM9);
      this.type = type;
      this.uses = uses;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new Instructions(type + "." + name, uses);
    }
  }

  private static final class Instructions extends MethodVisitor {
    private final String method;
    private final List<String> uses;

    Instructions(String method, List<String> uses) {
      super(ASM9);
      this.method = method;
      this.uses = uses;
    }

    @Override
    public void visitInsn(int opcode) {
      if (SOURCES.contains(opcode)) {
        found("a constant, a conversion or an array");
      }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      if (opcode == Opcodes.NEWARRAY
          && (operand == Opcodes.T_FLOAT || operand == Opcodes.T_DOUBLE)) {
        found("an array");
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof Float || value instanceof Double) {
        found("the constant " + value);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      check(name, Type.getType(descriptor));
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean ofInterface) {
      checkSignature(name, descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      checkSignature(name, descriptor);
      for (Object argument : arguments) {
        if (argument instanceof Handle handle) {
          check(handle);
        }
      }
    }

    private void check(Handle handle) {
      if (handle.getTag() <= Opcodes.H_PUTSTATIC) {
        check(handle.getName(), Type.getType(handle.getDesc()));
      } else {
        checkSignature(handle.getName(), handle.getDesc());
      }
    }

    private void checkSignature(String name, String descriptor) {
      check(name, Type.getReturnType(descriptor));
      for (Type parameter : Type.getArgumentTypes(descriptor)) {
        check(name, parameter);
      }
    }

    private void check(String name, Type type) {
      Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
      if (element.getSort() == Type.FLOAT || element.getSort() == Type.DOUBLE) {
        found(name);
      }
    }

    private void found(String what) {
      uses.add(method + " uses " + what);
    }
  }
}
