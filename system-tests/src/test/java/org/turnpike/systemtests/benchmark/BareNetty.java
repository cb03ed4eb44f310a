package org.turnpike.systemtests.benchmark;

import static io.netty.handler.codec.http.HttpHeaderNames.CACHE_CONTROL;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import org.turnpike.systemtests.benchmark.servlet.Upstream;

/** As little as a JVM can do: reads the body, and writes what was minted once at the start. */
final class BareNetty extends ChannelInitializer<SocketChannel> {
  private static final int LARGEST_BODY = 1 << 16;

  private final byte[] reply;

  private BareNetty(byte[] reply) {
    this.reply = reply;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    BareNetty netty = new BareNetty(new Upstream().mint("{}".getBytes(UTF_8)));
    new ServerBootstrap()
        .group(new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory()))
        .channel(NioServerSocketChannel.class)
        .childHandler(netty)
        .bind("127.0.0.1", Integer.parseInt(System.getenv("PORT")))
        .sync()
        .channel()
        .closeFuture()
        .sync();
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    channel
        .pipeline()
        .addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST_BODY), new Answering());
  }

  private final class Answering extends SimpleChannelInboundHandler<FullHttpRequest> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
      FullHttpResponse response =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, HttpResponseStatus.CREATED, Unpooled.wrappedBuffer(reply));
      response
          .headers()
          .set(CONTENT_TYPE, "application/json")
          .set(CONTENT_LENGTH, reply.length)
          .set(CACHE_CONTROL, "no-store");
      context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }
  }
}
